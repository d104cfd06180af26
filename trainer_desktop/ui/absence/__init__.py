"""An ill therapist, a closed room or a closed day."""
