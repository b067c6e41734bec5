-- inputs: source_rows
-- severity: error
-- Rows in = loaded + quarantined + recognised non-data rows, for every file and dataset.

select
    file,
    '' as sheet,
    0 as row,
    dataset as "column",
    cast(rows_in as varchar) as value,
    concat('读入', rows_in, '行，但载入', loaded, '、隔离', quarantined, '、非数据', not_data, '，对不上') as what,
    concat(rows_in, ' rows in, but ', loaded, ' loaded, ', quarantined, ' set aside and ', not_data, ' no data: they do not add up') as what_en,
    '这是本程序的错误，请报告' as fix,
    'This is a fault of the program; please report it' as fix_en
from source_rows
where rows_in <> loaded + quarantined + not_data
order by file, dataset
