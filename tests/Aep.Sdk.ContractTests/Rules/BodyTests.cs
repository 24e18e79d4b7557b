using System.Text.Json.Serialization.Metadata;
using Aep.Sdk.ContractTests.Client;
using Aep.Sdk.ContractTests.Specifications;

namespace Aep.Sdk.ContractTests.Rules;

/// <summary>The names in the bodies that the SDK sends are the specifications' names.</summary>
public sealed class BodyTests
{
    private const int MaxDepth = 6;

    [Fact]
    public void Every_member_that_can_be_sent_is_one_of_the_schema()
    {
        IEnumerable<string> faults =
            from operation in ClientOperation.All
            let body = operation.Body?.ParameterType
            where body is not null && operation.OutsideSpec is null
            let schemas = operation.Spec.Select(spec => spec.Body).OfType<SchemaNode>().ToArray()
            where schemas.Length > 0 && !typeof(HttpContent).IsAssignableFrom(body) && body != typeof(string)
            from finding in Differences.Except(operation.Key, Unknown(operation.TypeInfo(body), schemas, "$", 0))
            select $"{operation}: {finding}";
        Findings.None(faults);
    }

    private static IEnumerable<string> Unknown(JsonTypeInfo type, IReadOnlyList<SchemaNode> schemas, string path, int depth)
    {
        if (depth > MaxDepth)
            yield break;
        if (type.Kind == JsonTypeInfoKind.Enumerable)
        {
            SchemaNode[] items = [.. schemas.Select(schema => schema.Items).OfType<SchemaNode>()];
            if (items.Length > 0)
            {
                foreach (string finding in Unknown(type.Options.GetTypeInfo(type.ElementType!), items, $"{path}[]", depth + 1))
                    yield return finding;
            }
        }
        if (type.Kind != JsonTypeInfoKind.Object || schemas.Any(schema => schema.IsOpen))
            yield break;
        foreach (JsonPropertyInfo property in type.Properties.Where(property => !property.IsExtensionData && property.Get is not null))
        {
            SchemaNode[] found = [.. schemas.Where(schema => schema.Properties.ContainsKey(property.Name)).Select(
                schema => schema.Properties[property.Name])];
            if (found.Length == 0)
                yield return $"body member {path}.{property.Name} is unknown";
            else
            {
                foreach (string finding in Unknown(
                    type.Options.GetTypeInfo(property.PropertyType), found, $"{path}.{property.Name}", depth + 1))
                    yield return finding;
            }
        }
    }
}
