print("casewire")
