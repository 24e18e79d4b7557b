namespace Aep.Sdk.Schemas;

/// <summary>A data type: an object, or a list, that fields of several resources can have as their type.</summary>
public sealed record DataType : XdmResource;
