using Junheng.Models.Findings;
using Junheng.Models.Rules;
using Junheng.Pipelines.Texts;

namespace Junheng.Pipelines.Warehouse.Rules;

/// <summary>The value of every open point: the pack's default, unless the source or the command line says otherwise. Printed with every result.</summary>
public sealed class ParameterSettings
{
    ParameterSettings(IReadOnlyList<(Parameter Parameter, string Value)> values) => Values = values;

    public IReadOnlyList<(Parameter Parameter, string Value)> Values { get; }

    /// <summary>The value of a parameter; null when the pack has none of that name.</summary>
    public string? this[string name] => Values.Where(value => value.Parameter.Name == name).Select(value => value.Value).FirstOrDefault();

    /// <param name="layers">Later layers win: the source's, then the command line's.</param>
    /// <returns>The settings, or null with findings for an unknown name or value.</returns>
    public static ParameterSettings? Of(RulePack pack, IEnumerable<(Place Place, IReadOnlyDictionary<string, string> Values)> layers, FindingList findings)
    {
        var before = findings.Errors;
        var chosen = pack.Parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Default, StringComparer.Ordinal);
        foreach (var (place, values) in layers)
        {
            foreach (var (name, value) in values)
            {
                if (pack.Parameters.FirstOrDefault(parameter => parameter.Name == name) is not { } parameter)
                    findings.Add(Finding.Error("PARAMETER-UNKNOWN", place, name, ("pack", pack.Id), ("known", string.Join(", ", Nearest.First(name, chosen.Keys)))));
                else if (parameter.Choices.Count > 0 && !parameter.Choices.Contains(value, StringComparer.Ordinal))
                    findings.Add(Finding.Error("PARAMETER-VALUE", place, value, ("name", name), ("known", string.Join(", ", parameter.Choices))));
                else
                    chosen[name] = value;
            }
        }

        return findings.Errors == before ? new(pack.Parameters.Select(parameter => (parameter, chosen[parameter.Name])).ToList()) : null;
    }
}
