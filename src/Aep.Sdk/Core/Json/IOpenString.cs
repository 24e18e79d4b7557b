namespace Aep.Sdk;

/// <summary>A value from a list that AEP may extend: known values are static properties, unknown ones pass through unchanged.</summary>
public interface IOpenString<TSelf>
    where TSelf : struct, IOpenString<TSelf>
{
    /// <summary>The value as AEP writes it.</summary>
    string Value { get; }

    /// <summary>Wraps a value.</summary>
    static abstract TSelf Create(string value);
}
