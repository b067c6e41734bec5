-- grain: year, school_code, stage, band
-- inputs: filed_class_band, faulty_cell
-- Classes by size band, without the numbers an error touches.

select filed_class_band.* replace (case when faulty_cell.code is null then filed_class_band.band_classes end as band_classes)
from filed_class_band
left join faulty_cell
    on faulty_cell.year = filed_class_band.year
    and faulty_cell.unit_code = filed_class_band.school_code
    and faulty_cell.stage = filed_class_band.stage
    and faulty_cell.field = 'band_classes'
