"""What pages hold and their JSON twins give: pydantic models, one file for each noun."""
