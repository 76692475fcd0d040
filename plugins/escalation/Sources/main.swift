print("escalation")
