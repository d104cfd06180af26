"""What stands beside the calendar: inspector, booking, waiting list, pinboard."""
