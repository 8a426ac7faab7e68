"""What people write with the registry at hand: drafts of questions, the file of an answer, follow-up questions."""
