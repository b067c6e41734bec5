namespace Junheng.Pipelines.Ingest.Mapping;

/// <summary>A row that is in no computation, and what is known of it: a lost register row must not improve its county.</summary>
public sealed record SetAside(string File, string Dataset, string Sheet, int Row, string Code, int? Year, string? SchoolCode, string? CountyCode);
