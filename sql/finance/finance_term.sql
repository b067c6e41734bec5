-- grain: measure, role, field
-- inputs:
-- clause: 三个增长, 两个只增不减; method.md §9a
-- What the measures of finance are made of: the fields a county files, and `pupils`, which are those of its schools.

select *
from (values
    ('appropriation', 'numerator', 'education_appropriation'),
    ('revenue', 'numerator', 'recurrent_revenue'),
    ('spending', 'numerator', 'education_spending'),
    ('spending_per_pupil', 'numerator', 'education_spending'),
    ('spending_per_pupil', 'denominator', 'education_pupils'),
    ('pay', 'numerator', 'teacher_pay_average'),
    ('public_funds_per_pupil', 'numerator', 'public_funds_compulsory'),
    ('public_funds_per_pupil', 'denominator', 'pupils'),
    ('pay_ratio', 'numerator', 'teacher_pay_average'),
    ('pay_ratio', 'denominator', 'civil_servant_pay_average'),
    ('training', 'numerator', 'training_funds_city'),
    ('training', 'numerator', 'training_funds_county'),
    ('training', 'numerator', 'training_funds_schools'),
    ('training', 'denominator', 'public_funds_compulsory'),
    ('land_income', 'numerator', 'land_income_education'),
    ('land_income', 'denominator', 'land_income_net')
) as made_of (measure, role, field)
