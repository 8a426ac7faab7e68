"""The site: pages that work without JavaScript, in Dutch and in English."""
