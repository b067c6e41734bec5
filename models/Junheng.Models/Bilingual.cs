namespace Junheng.Models;

/// <summary>The same words in Chinese and in English.</summary>
public sealed record Bilingual(string Zh, string En)
{
    public string In(Language language) => language == Language.Zh ? Zh : En;
}
