"""Who waits, and the times that cancellations leave."""
