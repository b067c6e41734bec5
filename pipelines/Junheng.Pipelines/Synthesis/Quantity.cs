namespace Junheng.Pipelines.Synthesis;

/// <summary>What the seven resource indicators count, in their order: the first three by stage, the other four by school.</summary>
enum Quantity
{
    AboveDegree,
    Backbone,
    PeAndArts,
    TeachingArea,
    SportsArea,
    Equipment,
    MultimediaRooms,
}
