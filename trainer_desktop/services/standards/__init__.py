"""The standards that a centre goes by: read, checked, and made into its rulebooks."""
