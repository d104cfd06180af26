"""The end status on its way to the GP: consent, what it says, signed, written as messages, and what comes back."""
