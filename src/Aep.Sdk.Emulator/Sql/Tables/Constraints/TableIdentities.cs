using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.SchemaRegistry;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>The identities of a table: identity descriptors of its schema.</summary>
internal static class TableIdentities
{
    private const string Client = "acp_foundation_queryService";

    public static IEnumerable<TableConstraint> Of(Sandbox sandbox, SchemaRegistryService registry, SqlTable table) =>
        registry.Identities(sandbox, table.SchemaId).Select(identity => new TableConstraint(
            identity.IsPrimary ? ConstraintKind.PrimaryIdentity : ConstraintKind.Identity, [identity.Path], identity.Namespace));

    public static void Add(Sandbox sandbox, DescriptorService descriptors, SqlTable table, TableConstraint constraint)
    {
        var descriptor = new JsonObject
        {
            ["@type"] = DescriptorService.IdentityType,
            ["xdm:sourceSchema"] = table.SchemaId,
            ["xdm:sourceVersion"] = 1,
            ["xdm:sourceProperty"] = "/" + constraint.Columns[0].Replace('.', '/'),
            ["xdm:namespace"] = constraint.Namespace,
            ["xdm:property"] = "xdm:code",
            ["xdm:isPrimary"] = constraint.Kind == ConstraintKind.PrimaryIdentity,
        };
        Refusing(() => descriptors.Create(sandbox, descriptor, Client));
    }

    public static void Drop(Sandbox sandbox, TableServices services, SqlTable table, TableConstraint constraint)
    {
        IdentityDescriptor identity = services.Registry.Identities(sandbox, table.SchemaId).First(candidate =>
            candidate.IsPrimary == (constraint.Kind == ConstraintKind.PrimaryIdentity)
            && candidate.Path.Equals(constraint.Columns[0], StringComparison.OrdinalIgnoreCase));
        Refusing(() => services.Descriptors.Delete(sandbox, identity.Id));
    }

    // The Schema Registry's own rules hold: an identity is a text, a schema in the union keeps its primary identity.
    private static void Refusing(Action change)
    {
        try
        {
            change();
        }
        catch (ApiException exception)
        {
            throw new SqlErrorException(SqlState.InvalidParameterValue, (string?)exception.Body["detail"] ?? exception.Message);
        }
    }
}
