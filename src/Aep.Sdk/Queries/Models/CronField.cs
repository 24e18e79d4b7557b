using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Aep.Sdk.Queries;

/// <summary>One of the five fields of a cron expression.</summary>
internal sealed record CronField(string Name, int Lowest, int Highest, string[] Names)
{
    public void Check(string field, string expression)
    {
        foreach (string item in field.Split(',')) CheckItem(item, expression);
    }

    private void CheckItem(string item, string expression)
    {
        string[] step = item.Split('/');
        if (step.Length > 2 || (step.Length == 2 && !(Number(step[1]) > 0))) Reject(item, expression);
        if (step[0] == "*") return;
        string[] range = step[0].Split('-');
        int? from = Number(range[0]), to = Number(range[^1]);
        bool known = range.Length <= 2 && from >= Lowest && to <= Highest && from <= to;
        if (!known || (step.Length == 2 && range.Length == 1)) Reject(item, expression);
    }

    private int? Number(string text)
    {
        int name = Array.FindIndex(Names, known => known.Equals(text, StringComparison.OrdinalIgnoreCase));
        if (name >= 0) return name + Lowest;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
    }

    [DoesNotReturn]
    private void Reject(string item, string expression) => throw new ArgumentException(
        $"\"{item}\" in \"{expression}\" is no {Name}: write *, {Lowest} to {Highest}, a range like {Lowest}-{Highest}, or */step.");
}
