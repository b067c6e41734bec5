namespace Junheng.Pipelines.Publishing.Tabulating;

/// <summary>Who a workbook is for. A public one names no school that fails, or may fail.</summary>
public enum Edition
{
    Internal,
    Public,
}
