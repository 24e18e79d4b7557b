using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Datasets;

/// <summary>A kind of object that the catalog keeps. AEP may add kinds; unknown ones pass through.</summary>
/// <param name="Value">The kind as it stands in addresses.</param>
[JsonConverter(typeof(OpenStringConverter<CatalogObjectType>))]
public readonly record struct CatalogObjectType(string Value) : IOpenString<CatalogObjectType>
{
    /// <summary>Datasets.</summary>
    public static CatalogObjectType Datasets => new("dataSets");

    /// <summary>Batches.</summary>
    public static CatalogObjectType Batches => new("batches");

    /// <summary>Files of datasets.</summary>
    public static CatalogObjectType DatasetFiles => new("dataSetFiles");

    /// <summary>Views of datasets.</summary>
    public static CatalogObjectType DatasetViews => new("dataSetViews");

    /// <summary>Accounts of sources, as they were before Flow Service.</summary>
    public static CatalogObjectType Accounts => new("accounts");

    /// <summary>Connections of sources, as they were before Flow Service.</summary>
    public static CatalogObjectType Connections => new("connections");

    /// <summary>Connectors of sources, as they were before Flow Service.</summary>
    public static CatalogObjectType Connectors => new("connectors");

    /// <inheritdoc/>
    public static CatalogObjectType Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
