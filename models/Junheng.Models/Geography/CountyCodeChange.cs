namespace Junheng.Models.Geography;

/// <summary>A county that goes by another code from one count on. Read from <c>models/geography/*.yaml</c>.</summary>
/// <param name="Year">The first count of 1 September under the new code.</param>
/// <param name="Certainty">How sure the change and its year are, in the words of the rule packs.</param>
public sealed record CountyCodeChange(int Year, string Code, string Name, string NextCode, string NextName, string Certainty, string Source);
