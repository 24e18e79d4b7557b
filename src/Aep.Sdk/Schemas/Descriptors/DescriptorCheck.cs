using System.Text.Json;

namespace Aep.Sdk.Schemas;

/// <summary>Whether a descriptor can be sent, and whether two say the same.</summary>
internal static class DescriptorCheck
{
    // What the registry adds, or may write otherwise.
    private static readonly string[] NotSaid = ["@id", "version", "imsOrg", "xdm:property", "xdm:sourceVersion", "xdm:destinationVersion"];

    /// <exception cref="ArgumentException">Something is missing; the message lists what.</exception>
    public static void Complete(Descriptor descriptor)
    {
        ArgumentNullException.ThrowIfNull(descriptor);
        List<string> faults =
            [.. descriptor.Needed.Where(needed => string.IsNullOrWhiteSpace(needed.Value)).Select(needed => $"{needed.Name} is missing")];
        faults.AddRange(descriptor.SourceProperties.Where(path => path.Length > 0 && !IsPath(path))
            .Select(path => $"the path '{path}' must begin with a slash, not end with one, and name the fields only: /_acme/userid"));
        if (faults.Count > 0)
            throw new ArgumentException(
                $"The descriptor {descriptor.Type} is not usable: {string.Join("; ", faults)}.", nameof(descriptor));
    }

    /// <exception cref="AepException">They differ; the message tells how.</exception>
    public static void Agree(Descriptor found, Descriptor wanted)
    {
        JsonElement is_ = Json(found), should = Json(wanted);
        string[] differences =
        [
            .. should.EnumerateObject()
                .Where(member => !NotSaid.Contains(member.Name) && !member.Name.StartsWith("meta:registry", StringComparison.Ordinal))
                .Where(member => !is_.TryGetProperty(member.Name, out JsonElement value) || !JsonElement.DeepEquals(value, member.Value))
                .Select(member =>
                    $"{member.Name} is {(is_.TryGetProperty(member.Name, out JsonElement value) ? value.GetRawText() : "missing")}, not "
                        + $"{member.Value.GetRawText()}"),
        ];
        if (differences.Length > 0)
            throw new AepException(
                $"The schema {wanted.SourceSchema} has the descriptor {found.Id} ({found.Type}) of {wanted.SourceProperty} already, which "
                    + "says something else: "
                + $"{string.Join("; ", differences)}. Change it with UpdateAsync, or ask for what it says.");
    }

    private static bool IsPath(string path) =>
        path[0] == '/' && path[^1] != '/' && !path.Contains("/properties/", StringComparison.Ordinal);

    private static JsonElement Json(Descriptor descriptor) => JsonSerializer.SerializeToElement(descriptor, SchemasJson.Default.Descriptor);
}
