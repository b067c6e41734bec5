namespace Junheng.Models;

/// <summary>The languages people read us in.</summary>
public enum Language
{
    Zh,
    En,
}
