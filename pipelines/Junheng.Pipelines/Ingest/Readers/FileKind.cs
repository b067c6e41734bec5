namespace Junheng.Pipelines.Ingest.Readers;

/// <summary>What a file is by its content; its name may say anything.</summary>
public enum FileKind
{
    /// <summary>Delimited text, plain.</summary>
    Text,

    /// <summary>Something gzipped; text is expected inside.</summary>
    Gzip,

    /// <summary>A zip archive: a workbook of the newer kind, or something else.</summary>
    Zip,

    /// <summary>The older container of workbooks and documents.</summary>
    Compound,

    /// <summary>Nothing that holds a table we read.</summary>
    Foreign,
}
