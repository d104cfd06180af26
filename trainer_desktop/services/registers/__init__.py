"""What a centre is made of: entered, changed from a day, and taken out of use from a day."""
