using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Datasets;

/// <summary>State of a batch. AEP may add states; unknown ones pass through.</summary>
/// <param name="Value">The state as AEP writes it.</param>
[JsonConverter(typeof(OpenStringConverter<BatchStatus>))]
public readonly record struct BatchStatus(string Value) : IOpenString<BatchStatus>
{
    /// <summary>Takes files.</summary>
    public static BatchStatus Loading => new("loading");

    /// <summary>Is being processed.</summary>
    public static BatchStatus Staging => new("staging");

    /// <summary>Its rows are in the dataset.</summary>
    public static BatchStatus Success => new("success");

    /// <summary>Another word of AEP's for <see cref="Success"/>.</summary>
    public static BatchStatus Active => new("active");

    /// <summary>Was refused; its rows are not in the dataset.</summary>
    public static BatchStatus Failed => new("failed");

    /// <summary>Was given up by the client.</summary>
    public static BatchStatus Aborted => new("aborted");

    /// <summary>Failed and will not be tried again.</summary>
    public static BatchStatus Failure => new("failure");

    /// <summary>Was taken out of the dataset again.</summary>
    public static BatchStatus Inactive => new("inactive");

    /// <summary>Was abandoned by AEP.</summary>
    public static BatchStatus Abandoned => new("abandoned");

    /// <summary>Was taken out, and its files are gone.</summary>
    public static BatchStatus Deleted => new("deleted");

    /// <inheritdoc/>
    public static BatchStatus Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
