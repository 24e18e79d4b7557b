using System.Text.Json.Serialization.Metadata;

namespace Aep.Sdk.Schemas;

/// <summary>
/// A schema with all that it needs, as a program describes it: a class, a field group of its own, field groups of Adobe's, identities. The
/// registry is brought to it with <see cref="SchemasClient.ApplyAsync"/>.
/// </summary>
/// <param name="Title">Title of the schema.</param>
/// <param name="ClassId">The class, see <see cref="XdmClasses"/>.</param>
/// <param name="Fields">The field group of its own fields.</param>
public sealed record XdmSchema(string Title, string ClassId, FieldGroupDefinition Fields)
{
    /// <summary>Description of the schema.</summary>
    public string Description { get; init; } = "";

    /// <summary>Field groups that exist already, usually Adobe's: see <see cref="XdmFieldGroups"/>.</summary>
    public IReadOnlyList<string> FieldGroupIds { get; init; } = [];

    /// <summary>Identities among its own fields.</summary>
    public IReadOnlyList<XdmIdentity> Identities { get; init; } = [];

    /// <summary>True when it takes part in Real-Time Customer Profile, for good. It needs a primary identity.</summary>
    public bool ProfileEnabled { get; init; }

    /// <summary>A schema whose own fields are those of a C# type; see <see cref="XdmFieldGroup.From"/>.</summary>
    /// <param name="type">Metadata of the type, from a source-generated context.</param>
    /// <param name="title">Title of the schema; the field group is called <c>{title} fields</c>.</param>
    /// <param name="classId">The class, see <see cref="XdmClasses"/>.</param>
    /// <exception cref="ArgumentException">
    /// A property has no XDM type, or says something that does not fit; or two identities are primary.
    /// </exception>
    public static XdmSchema From<T>(JsonTypeInfo<T> type, string title, string classId)
    {
        ArgumentNullException.ThrowIfNull(type);
        XdmTypeFields fields = new XdmTypeReader().Read(type);
        string[] primary = [.. fields.Identities.Where(identity => identity.IsPrimary).Select(identity => identity.Path)];
        if (primary.Length > 1)
            throw new ArgumentException($"{type.Type.Name} has more than one primary identity: {string.Join(", ", primary)}.");
        return new XdmSchema(
            title, classId, new FieldGroupDefinition($"{title} fields", fields.Properties, [classId]) { Required = fields.Required })
        {
            Identities = fields.Identities,
        };
    }
}
