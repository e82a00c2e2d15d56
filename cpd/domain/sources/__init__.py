"""Where the rules of appraisal, training and supervision come from, a module for each subject."""
