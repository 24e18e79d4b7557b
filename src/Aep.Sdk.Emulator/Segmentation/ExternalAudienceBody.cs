using System.Globalization;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.Segmentation;

/// <summary>What describes an external audience, checked: fields, source, how long it lives.</summary>
internal static class ExternalAudienceBody
{
    private const int DefaultDays = 30;
    private const int MostDays = 90;
    private static readonly string[] Types = ["string", "number", "long", "integer", "date", "datetime", "boolean"];

    /// <summary>A copy with the defaults filled in.</summary>
    /// <exception cref="ApiException">400: something is missing or has a wrong value; 501: a cloud that is not here.</exception>
    public static JsonObject Complete(JsonObject body)
    {
        var audience = (JsonObject)body.DeepClone();
        foreach (string member in new[] { "name", "originName" })
            Require(audience, member);
        if (((string?)audience["audienceType"] ?? "people") is not "people" and var type)
            throw ExternalAudienceErrors.Invalid($"audienceType '{type}' must be people.");
        CheckFields(audience["fields"]);
        _ = IdentityField(audience);
        CheckSource(Source(audience));
        audience["audienceType"] = "people";
        audience["namespace"] ??= "CustomerAudienceUpload";
        audience["ttlInDays"] = Days(audience["ttlInDays"]);
        return audience;
    }

    /// <summary>Where the file or the folder is. The members of sourceSpec stand in it or in its <c>params</c>.</summary>
    public static JsonObject Source(JsonObject audience) => audience["sourceSpec"] is JsonObject source
        ? source["params"] as JsonObject ?? source
        : throw ExternalAudienceErrors.Invalid("sourceSpec is missing.");

    /// <summary>The column that says whose membership a row is.</summary>
    public static (string Column, string Namespace) IdentityField(JsonObject audience)
    {
        foreach (JsonNode? item in audience["fields"] as JsonArray ?? [])
        {
            if ((string?)item?["identityNs"] is { Length: > 0 } space)
                return ((string)item["name"]!, space);
        }
        throw ExternalAudienceErrors.Invalid("fields must have one with an identityNs: it says whose membership a row is.");
    }

    /// <summary>The days until the members are forgotten; Adobe's examples write them as text, too.</summary>
    public static int Days(JsonNode? node) => node is null
        ? DefaultDays
        : int.TryParse(node.ToString(), CultureInfo.InvariantCulture, out int days) && days is >= 1 and <= MostDays
            ? days
            : throw ExternalAudienceErrors.Invalid($"ttlInDays '{node}' must be a whole number from 1 to {MostDays}.");

    private static void CheckFields(JsonNode? fields)
    {
        if (fields is not JsonArray { Count: > 0 } all)
            throw ExternalAudienceErrors.Invalid("fields must list the columns of the file.");
        foreach (JsonNode? item in all)
        {
            JsonObject column = item as JsonObject ?? throw ExternalAudienceErrors.Invalid("Each of the fields must be an object.");
            Require(column, "name");
            string type = (string?)column["type"] ?? "";
            if (!Types.Contains(type))
                throw ExternalAudienceErrors.Invalid($"The type '{type}' of {column["name"]} must be one of {string.Join(", ", Types)}.");
        }
    }

    private static void CheckSource(JsonObject source)
    {
        Require(source, "path");
        if ((string?)source["type"] is not ("file" or "folder"))
            throw ExternalAudienceErrors.Invalid($"sourceSpec.type '{source["type"]}' must be file or folder.");
        if (((string?)source["cloudType"] ?? "DLZ") is not "DLZ" and var cloud)
            throw NotSupported.Create(
                $"An external audience of the cloud type {cloud}", "Put the file into the landing zone, and name DLZ as its cloud.");
    }

    private static void Require(JsonObject item, string member)
    {
        if (string.IsNullOrWhiteSpace((string?)item[member]))
            throw ExternalAudienceErrors.Invalid($"{member} is missing.");
    }
}
