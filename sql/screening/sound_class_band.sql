-- grain: year, school_code, stage, band
-- inputs: filed_class_band, faulty_cell
-- Classes by size band, without the numbers an error touches.

select
    filed_class_band.year,
    filed_class_band.school_code,
    filed_class_band.stage,
    filed_class_band.band,
    filed_class_band.band_from,
    filed_class_band.band_from_cell,
    filed_class_band.band_to,
    filed_class_band.band_to_cell,
    case when faulty_cell.code is null then filed_class_band.band_classes end as band_classes,
    filed_class_band.band_classes_cell,
    filed_class_band.file,
    filed_class_band.sheet,
    filed_class_band.row
from filed_class_band
left join faulty_cell
    on faulty_cell.year = filed_class_band.year
    and faulty_cell.unit_code = filed_class_band.school_code
    and faulty_cell.stage = filed_class_band.stage
    and faulty_cell.field = 'band_classes'
