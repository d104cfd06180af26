"""The end status to the GP: written, made ready for sending, and what came back."""
