-- grain: reason
-- inputs:
-- Why a verdict is what it is, in the words people read.

select *
from (
    values
    ('below_the_standard', 'not_met', '未达到标准', 'The standard is not reached'),
    ('over_the_cap', 'not_met', '超过上限', 'Over the cap'),
    ('too_few_rooms', 'not_met', '面积达标的专用教室不足', 'Too few rooms of at least the area'),
    ('judged_not_met', 'not_met', '评判结论为未达到', 'Judged as not met'),
    ('part_not_met', 'not_met', '有分项未达标', 'A part is not met'),
    ('judgement_not_filed', 'unknown', '没有评判记录', 'Nobody filed a judgement'),
    ('claimed_without_evidence', 'unknown', '只有结论，没有佐证（自称）', 'Claimed without evidence'),
    ('claimed_before_the_year', 'unknown', '结论早于评判年份或没有日期（自称）', 'Claimed: the decision is older than the judged year, or undated'),
    ('result_not_understood', 'unknown', '结论与该指标要求的形式不符', 'The result is not of the kind the indicator asks for'),
    ('input_not_filed', 'unknown', '缺少填报或填报有误', 'Inputs were not filed, or are faulty'),
    ('input_faulty', 'unknown', '填报有错误，未予采用（见问题清单）', 'What was filed is faulty and was not used (see the findings)'),
    ('pupils_not_filed', 'unknown', '在校生数未填报或填报有误', 'Pupils were not filed, or are faulty'),
    ('other_stage_not_filed', 'unknown', '共用校舍的另一学段未填在校生数', 'Another stage that shares the premises did not file its pupils'),
    ('no_pupils', 'unknown', '在校生数报为0', 'Pupils were filed as zero'),
    ('negative_quantity', 'unknown', '填报数为负', 'What was filed is negative'),
    ('classes_not_filed', 'unknown', '班数未填报或填报有误', 'Classes were not filed, or are faulty'),
    ('rooms_not_filed', 'unknown', '专用教室未逐间填报', 'Rooms were not filed'),
    ('room_area_not_filed', 'unknown', '专用教室面积未填报', 'Areas of rooms were not filed'),
    ('class_size_not_filed', 'unknown', '班额未填报或填报有误', 'Class sizes were not filed, or are faulty'),
    ('classes_incomplete', 'unknown', '所报班额的班数少于班级总数', 'Sizes were filed for fewer classes than there are'),
    ('band_straddles_cap', 'unknown', '班额分段跨越上限', 'A band of class sizes straddles the cap'),
    ('budget_not_filed', 'unknown', '核算单位经费未填报或填报有误', 'The accounting unit did not file its money, or it is faulty'),
    ('quota_not_filed', 'unknown', '生均公用经费基准定额未填报', 'The quota per pupil was not filed'),
    ('monitoring_not_filed', 'unknown', '没有监测结果', 'No result of the monitoring was filed'),
    ('survey_not_filed', 'unknown', '没有调查结果', 'No survey was filed'),
    ('survey_claimed', 'unknown', '只有非国家层面的调查（自称）', 'Claimed: only surveys below the national one'),
    ('zero_denominator', 'unknown', '分母为0', 'The denominator is zero'),
    ('not_credible', 'unknown', '分子大于分母或为负，数据不可信', 'The numerator exceeds the denominator or is negative: the data cannot be'),
    ('threshold_unknown', 'unknown', '文件没有给出标准值', 'The document gives no threshold'),
    ('register_incomplete', 'unknown', '登记表有行被隔离，可能漏计学校', 'Register rows were set aside: a school may be missing'),
    ('veto_not_filed', 'unknown', '一票否决事项未填报', 'Nobody filed whether it was found'),
    ('veto_found', 'not_met', '发现一票否决事项', 'It was found'),
    ('part_unknown', 'unknown', '有分项不能判定', 'A part is unknown'),
    ('no_such_stage', 'not_applicable', '登记表显示没有该学段', 'The register shows no such stage'),
    ('no_such_school', 'not_applicable', '登记表显示没有此类学校', 'The register shows no such school'),
    ('no_school_in_scope', 'not_applicable', '登记表显示没有属于本指标范围的学校', 'The register shows no school in scope'),
    ('filed_as_zero', 'not_applicable', '分母明确报为0', 'The denominator was filed as zero'),
    ('parts_not_applicable', 'not_applicable', '各分项均不适用', 'No part applies')
) as listed (reason, verdict, zh, en)
