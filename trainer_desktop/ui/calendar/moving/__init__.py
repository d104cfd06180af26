"""Moving trainings: one, by hand or keys, or a series of them."""
