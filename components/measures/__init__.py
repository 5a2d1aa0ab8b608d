"""What is computed from the readings: numbers and verdicts, no words."""
