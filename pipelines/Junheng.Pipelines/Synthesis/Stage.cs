namespace Junheng.Pipelines.Synthesis;

enum Stage
{
    Primary,
    Junior,
    Senior,
}
