namespace Aep.Sdk.ContractTests.Client;

/// <summary>
/// Where the SDK does something else than a specification says, and why: the specifications contradict themselves and Adobe's pages in
/// places.
/// </summary>
internal static class Differences
{
    /// <param name="Key">Method and path without the names of parameters, as <see cref="Specifications.SpecOperation.Key"/>.</param>
    /// <param name="Finding">What a test finds: the beginning of its text.</param>
    /// <param name="Reason">Why the SDK is right.</param>
    internal sealed record Difference(string Key, string Finding, string Reason);

    public static IReadOnlyList<Difference> Known { get; } =
    [
        new("POST /data/foundation/import/batches", "body member $.enableErrorDiagnostics",
            "Adobe's page on partial ingestion; the specification has no member for it"),
        new("POST /data/foundation/import/batches", "body member $.partialIngestionPercent",
            "Adobe's page on partial ingestion; the specification has no member for it"),
        new("POST /data/foundation/import/batches", "body member $.inputFormat.",
            "how a CSV is written: Catalog's specification of the same batch"),
        new("POST /data/foundation/dataset/datasets/{}/labels", "body member $.entityId",
            "Adobe's page on labels of datasets, which is newer than the specification"),
        new("POST /data/foundation/dataset/datasets/{}/labels", "body member $.parents",
            "Adobe's page on labels of datasets, which is newer than the specification"),
        new("PUT /data/foundation/dataset/datasets/{}/labels", "body member $.entityId",
            "Adobe's page on labels of datasets, which is newer than the specification"),
        new("PUT /data/foundation/dataset/datasets/{}/labels", "body member $.parents",
            "Adobe's page on labels of datasets, which is newer than the specification"),
        new("PATCH /data/foundation/import/batches/{}/datasets/{}/files/{}", "header Content-Range is missing",
            "it is a header of the body, and comes with it"),
        new("GET /data/foundation/sandbox-management/sandboxes", "query parameter start",
            "sent only where the page before has named it in its link to the next one"),
        new("POST /data/foundation/exim/packages/{}/children", "cannot be read",
            "the answer is that of a new package; a schema of the same specification, which nothing uses, and Adobe's page have a list"),
        new("GET /data/foundation/access-control/administration/roles", "query parameter",
            "the links in the specification's own answers have start and limit"),
        new("GET /data/foundation/access-control/administration/roles/{}/subjects", "query parameter",
            "the links in the specification's own answers have start and limit"),
        new("GET /data/foundation/access-control/administration/policies", "query parameter",
            "the links in the specification's own answers have start and limit"),
        new("PATCH /data/foundation/access-control/administration/roles/{}", "body member $.operations",
            "Experience League wraps the operations of this service; the specification shows one of them"),
        new("PATCH /data/foundation/access-control/administration/policies/{}", "body member $.operations",
            "Experience League wraps the operations of this service; the specification shows one of them"),
        new("PUT /data/foundation/access-control/administration/policies/{}", "body member $.description",
            "a policy has one; the specification leaves it out of this body alone"),
        new("GET /data/foundation/access-control/administration/roles/{}/subjects", "cannot be read",
            "the example of an element of the list is a list"),
        new("PATCH /data/foundation/access-control/administration/roles/{}/subjects", "cannot be read",
            "the example of an element of the list is a list"),
        new("POST /data/foundation/access-control/administration/policies", "cannot be read",
            "the example is a list; schema and Experience League say an object"),
        new("GET /data/foundation/access-control/administration/policies/{}", "cannot be read",
            "the schema is that of the list; Experience League shows the policy"),
        new("PUT /data/foundation/access-control/administration/policies/{}", "cannot be read",
            "the example is a list; schema and Experience League say an object"),
        new("PATCH /data/foundation/access-control/administration/policies/{}", "cannot be read",
            "the example is a list; schema and Experience League say an object"),
        new("GET /data/foundation/access-control/administration/products", "cannot be read", "the example of a text is a number"),
        new("GET /data/foundation/access-control/administration/products/{}/permission-sets", "cannot be read",
            "the example contains the word \"example\" instead of a list"),
        new("POST /data/foundation/access-control/acl/effective-policies", "cannot be read", "the example is no JSON"),
        new("POST /data/foundation/dulepolicy/bulk-eval", "$[1].body.discoveredLabels",
            "labels come as a list and as an object with a list; the list is written"),
        new("POST /data/core/ups/access/entities", "body member $.mergePolicyId",
            "Experience League has it among the members of this body"),
        new("POST /data/core/ups/config/mergePolicies/bulk-get", "cannot be read",
            "the example of the order of datasets holds something else than ids"),
        new("GET /data/core/ups/segment/definitions", "query parameter evaluationInfo.continuous.enabled",
            "Adobe's page on segment definitions has it"),
        new("POST /data/core/ups/segment/definitions", "body member $.mergePolicyId",
            "Adobe's tutorial on creating a segment sends it"),
        new("POST /data/core/ups/segment/definitions", "body member $.dataGovernancePolicy",
            "the answer, PATCH and the conversion of the same definition have it"),
        new("POST /data/core/ups/audiences", "body member $.",
            "those of external audiences, as PUT has them; Experience League creates these by the same request"),
        new("POST /data/core/identity/v2/graph", "body member $.composite_xids[]",
            "one model of an identity for all forms; what has no value is not written"),
        new("POST /data/core/identity/v2/graph", "cannot be read", "the schema says one graph, all examples a list"),
        new("GET /data/core/identity/cluster/members", "cannot be read",
            "the schema says that a namespace's number is text, the examples have numbers"),
        new("POST /data/core/identity/clusters/members", "cannot be read",
            "the schema says that a namespace's number is text, the examples have numbers"),
        new("GET /data/foundation/flowservice/flows",
            "cannot be read: The JSON value could not be converted to Aep.Sdk.Flows.SpecReference",
                "The specification shows the id alone where it and Adobe's tutorials have an object with id and version."),
        new("GET /data/foundation/flowservice/flows/{}",
            "cannot be read: The JSON value could not be converted to Aep.Sdk.Flows.SpecReference",
                "The specification shows the id alone where it and Adobe's tutorials have an object with id and version."),
        new("POST /data/foundation/flowservice/flows/search",
            "cannot be read: The JSON value could not be converted to Aep.Sdk.Flows.SpecReference",
                "The specification shows the id alone where it and Adobe's tutorials have an object with id and version."),
        new("POST /data/foundation/flowservice/flows", "body member $.options",
            "the members that the optionSpec of a flow specification names"),
        new("GET /data/foundation/conversion/mappingSets/{}",
            "cannot be read: JSON deserialization for type 'Aep.Sdk.Mappings.MappingSet' was missing required",
                "The specification shows the body of a request as the answer; answers have an id."),
        new("GET /data/foundation/flowservice/connections/{}/explore", "query parameter fileType is unknown",
            "Experience League: the tutorials on exploring sources send it."),
        new("GET /data/foundation/flowservice/connections/{}/explore", "query parameter preview is unknown",
            "Experience League: the tutorials on exploring sources send it."),
        new("GET /data/foundation/flowservice/connections/{}/explore", "query parameter compressionType is unknown",
            "Experience League: the tutorials on exploring sources send it."),
        new("GET /data/foundation/flowservice/connectionSpecs/{}/explore", "query parameter objectType is unknown",
            "Experience League: the tutorials on exploring sources send it."),
        new("GET /data/foundation/flowservice/connectionSpecs/{}/explore", "query parameter object is unknown",
            "Experience League: the tutorials on exploring sources send it."),
        new("PUT /data/foundation/conversion/mappingSets/{}",
            "cannot be read: JSON deserialization for type 'Aep.Sdk.Mappings.MappingSet' was missing required",
                "The specification shows the body of a request as the answer; answers have an id."),
        new("GET /data/foundation/conversion/mappingSets",
            "cannot be read: The JSON value could not be converted to "
                + "System.Collections.Generic.IReadOnlyList`1[Aep.Sdk.Mappings.MappingSet]",
                "The schema says a list; the example shows one of its elements."),
    ];

    /// <summary>The findings that are no known difference.</summary>
    public static IReadOnlyList<string> Except(string key, IEnumerable<string> findings) =>
        [.. findings.Where(finding => !IsKnown(key, finding))];

    private static bool IsKnown(string key, string finding)
    {
        Difference? known =
            Known.FirstOrDefault(difference => difference.Key == key && finding.StartsWith(difference.Finding, StringComparison.Ordinal));
        return known is not null;
    }
}
