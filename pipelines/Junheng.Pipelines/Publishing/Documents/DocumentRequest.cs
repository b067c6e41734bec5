using Junheng.Models;

namespace Junheng.Pipelines.Publishing.Documents;

/// <param name="Name">Name of the files, without ending.</param>
/// <param name="Internal">A public edition names no school that fails.</param>
public sealed record DocumentRequest(string Name, Language Language, int Year, bool Internal);
