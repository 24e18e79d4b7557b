using Aep.Sdk.Core;
using Aep.Sdk.Schemas;

namespace Aep.Sdk.Destinations;

/// <summary>Holds attributes that are to be activated against the union of the schemas for Profile, before anything is made.</summary>
internal sealed class ProfileAttributes(SchemasClient schemas)
{
    // What the platform itself adds to profiles, whatever their schemas say.
    private static readonly string[] OfThePlatform = ["identityMap", "segmentMembership", "ComputedAttributes", "SystemComputedAttributes"];

    /// <exception cref="UnknownAttributeException">No profile can have one of them.</exception>
    /// <exception cref="AepException">No schema is enabled for Profile.</exception>
    public async Task CheckAsync(IEnumerable<string> attributes, CancellationToken cancellationToken)
    {
        string[] asked = [.. attributes.Where(attribute => !Steps(attribute).Any(OfThePlatform.Contains))];
        if (asked.Length == 0)
            return;
        XdmFieldTree union = await UnionAsync(asked[0], cancellationToken).ConfigureAwait(false);
        if (union.UnresolvedReferences.Count == 0 && asked.FirstOrDefault(attribute => !IsIn(union, Steps(attribute))) is { } unknown)
        {
            string[] known = [.. union.All.Select(field => XdmPath.Normalize(field.Path)).Distinct()];
            throw new UnknownAttributeException(unknown, NearNames.Of(unknown, known), known.Length);
        }
    }

    private async Task<XdmFieldTree> UnionAsync(string attribute, CancellationToken cancellationToken)
    {
        try
        {
            return await schemas.Unions.GetFieldsAsync(XdmClasses.IndividualProfile, cancellationToken).ConfigureAwait(false);
        }
        catch (AepNotFoundException none)
        {
            throw new AepException(
                $"Profiles have no attribute {attribute}: no schema of the class XDM Individual Profile is enabled for Profile.", none);
        }
    }

    // Below a map, or an object whose fields are not told, any name may stand.
    private static bool IsIn(XdmFieldTree union, string[] steps)
    {
        for (int length = 1; length <= steps.Length; length++)
        {
            if (union.Find(string.Join('.', steps[..length])) is not { } field)
                return false;
            if (field.Values is not null || field.IsOpen)
                return true;
        }
        return true;
    }

    // The user interface of AEP writes "xdm: " before some.
    private static string[] Steps(string attribute) =>
        XdmPath.Normalize(attribute.Replace("xdm:", "", StringComparison.Ordinal).Trim()).Split('.');
}
