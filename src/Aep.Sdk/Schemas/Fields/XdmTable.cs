using System.Text;

namespace Aep.Sdk.Schemas;

/// <summary>A tree as a table for people.</summary>
internal static class XdmTable
{
    public static string Write(XdmFieldTree tree)
    {
        string[][] rows = [["Path", "Type", "Required", "Limits", "Title"], .. tree.All.Where(field => field.Name.Length > 0).Select(Row)];
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length))];
        var text = new StringBuilder();
        foreach (string[] row in rows)
            text.AppendLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        return text.ToString();
    }

    private static string[] Row(XdmField field) => [field.Path, TypeOf(field), field.IsRequired ? "yes" : "", Limits(field), Notes(field)];

    private static string TypeOf(XdmField field) => field switch
    {
        { Items: { } items } => $"{TypeOf(items)}[]",
        { Values: { } values } => $"map of {TypeOf(values)}",
        { Format: { } format } when field.Type == XdmFieldType.String => $"string ({format})",
        _ => field.Type.Value,
    };

    private static string Limits(XdmField field) => string.Join(", ", new string?[]
    {
        field.Minimum is { } minimum ? FormattableString.Invariant($">= {minimum}") : null,
        field.Maximum is { } maximum ? FormattableString.Invariant($"<= {maximum}") : null,
        field.Pattern is { } pattern ? $"/{pattern}/" : null,
        field.Enum.Count > 0 ? string.Join('|', field.Enum) : null,
    }.OfType<string>());

    private static string Notes(XdmField field)
    {
        IEnumerable<string> identities = field.Descriptors.OfType<IdentityDescriptor>()
            .Select(identity => $"{(identity.IsPrimary ? "primary " : "")}identity {identity.Namespace}");
        string?[] notes = [field.Title, field.IsDeprecated ? "deprecated" : null, .. identities];
        return string.Join("; ", notes.Where(note => !string.IsNullOrEmpty(note)));
    }
}
