namespace Junheng.Pipelines.Synthesis;

enum Area
{
    Urban,
    Town,
    Rural,
}
