"""What others may come to ask about, told before anything is handed over; and limits that nobody can mend."""
