using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Publishing.Plans;

/// <summary>The counties of one plan in order, what holds one of them up, and whether the plan's milestones will be reached.</summary>
public static class Rankings
{
    const string Counties = """
        with alike as (
            select
                plan_county.plan_id, plan_county.year, plan_county.county_code,
                string_agg(county_peer.peer_code, ' ' order by county_peer.place) as peers,
                any_value(county.county_name order by county_peer.place) filter (where county_peer.place = 1) as most_similar
            from plan_county
            join county_peer on county_peer.year = plan_county.year and county_peer.county_code = plan_county.filed_code
            join county on county.county_code = county_peer.peer_code
            group by plan_county.plan_id, plan_county.year, plan_county.county_code
        )
        select
            ranking.plan_id, ranking.year, ranking.rank, ranking.tied, ranking.county_code,
            case when $zh then ranking.county_name else ranking.county_name_en end as county_name,
            ranking.target_year, ranking.outlook, ranking.outlook_known, ranking.overdue_years,
            ranking.met, ranking.conditions, ranking.unknown, ranking.share_met, ranking.shortfall,
            plan_ledger.recognised_on, plan_ledger.strength, plan_ledger.earlier_target_year, plan_ledger.earlier_outlook, plan_ledger.worst_conditions,
            alike.peers as similar, coalesce(case when $zh then null else named.county_name_en end, alike.most_similar) as most_similar,
            case when $zh then ranking.reasons else ranking.reasons_en end as reasons
        from ranking
        join plan_ledger using (plan_id, year, county_code)
        left join alike using (plan_id, year, county_code)
        left join plan_target as named on named.plan_id = ranking.plan_id and named.county_code = split_part(alike.peers, ' ', 1)
        where ranking.plan_id = $plan and ranking.year = $year
        order by ranking.line
        """;

    // The worst first, as the county's outlook is taken.
    const string Conditions = """
        select
            plan_condition.plan_id, plan_condition.year, plan_condition.county_code, plan_condition.condition,
            case when $zh then plan_condition.name_zh else plan_condition.name_en end as condition_name,
            plan_condition.stage, plan_condition.kind, plan_condition.value, plan_condition.target, plan_condition.verdict, plan_condition.distance,
            case when $zh then plan_condition.unit else plan_condition.unit_en end as unit,
            plan_condition.failing, plan_condition.judged, plan_condition.pace_needed, plan_condition.pace_achieved, plan_condition.projected, plan_condition.basis,
            plan_condition.outlook, plan_condition.reason
        from plan_condition
        left join outlook on outlook.outlook = plan_condition.outlook
        where plan_condition.plan_id = $plan and plan_condition.year = $year and plan_condition.county_code = $county
            and plan_condition.verdict not in ('met', 'not_applicable')
        order by coalesce(outlook.position, 7) desc, plan_condition.share_lacking desc nulls first, plan_condition.sort_order, plan_condition.condition
        """;

    const string Milestones = """
        select
            milestone, case when $zh then name_zh else name_en end as name,
            denominator, needed, planned, planned_share, recognised, ready, on_track, cannot_tell, outlook
        from milestone_outlook
        where plan_id = $plan and year = $year
        order by sort_order
        """;

    // What the peers filed and how they stand, each under its own plan; of none its rank.
    const string Peers = """
        select
            county_peer.place, county_peer.peer_code as county_code,
            coalesce(case when $zh then ledger.county_name else ledger.county_name_en end, county.county_name) as county_name,
            county_profile.pupils, county_profile.school_size, county_profile.urban_share, county_peer.distance,
            ledger.outlook, ledger.met, ledger.conditions
        from plan_county
        join county_peer on county_peer.year = plan_county.year and county_peer.county_code = plan_county.filed_code
        join county on county.county_code = county_peer.peer_code
        join county_profile on county_profile.year = county_peer.year and county_profile.county_code = county_peer.peer_code
        left join plan_county as there on there.year = county_peer.year and there.filed_code = county_peer.peer_code
        left join plan_ledger as ledger on ledger.plan_id = there.plan_id and ledger.year = there.year and ledger.county_code = there.county_code
        where plan_county.plan_id = $plan and plan_county.year = $year and plan_county.county_code = $county
        qualify row_number() over (partition by county_peer.peer_code order by there.plan_id = $plan desc nulls last, there.plan_id desc) = 1
        order by county_peer.place
        """;

    // A plan that another one replaces stands behind it.
    const string Plans = """
        select plan_id, case when $zh then title_zh else title_en end as title, plan_id not in (select replaces from plan where replaces is not null) as in_force
        from plan
        order by plan_id
        """;

    public static RowSet Of(SnapshotReader reader, string plan, int year, bool chinese, CancellationToken cancellation) =>
        reader.Query(Counties, cancellation, ("plan", plan), ("year", year), ("zh", chinese));

    /// <summary>The conditions one county fails or that are not known.</summary>
    public static RowSet ConditionsOf(SnapshotReader reader, string plan, int year, string county, bool chinese, CancellationToken cancellation) =>
        reader.Query(Conditions, cancellation, ("plan", plan), ("year", year), ("county", county), ("zh", chinese));

    /// <summary>The counties most like one, with what they are like in and how they stand.</summary>
    public static RowSet PeersOf(SnapshotReader reader, string plan, int year, string county, bool chinese, CancellationToken cancellation) =>
        reader.Query(Peers, cancellation, ("plan", plan), ("year", year), ("county", county), ("zh", chinese));

    public static RowSet MilestonesOf(SnapshotReader reader, string plan, int year, bool chinese, CancellationToken cancellation) =>
        reader.Query(Milestones, cancellation, ("plan", plan), ("year", year), ("zh", chinese));

    public static RowSet PlansOf(SnapshotReader reader, bool chinese, CancellationToken cancellation) => reader.Query(Plans, cancellation, ("zh", chinese));
}
