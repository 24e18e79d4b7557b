namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>A field of a resolved schema. Objects have <see cref="Fields"/>; arrays and maps have <see cref="Items"/>, the type of a value.</summary>
internal sealed record XdmField(string Name, XdmKind Kind, IReadOnlyList<XdmField> Fields, XdmField? Items, bool Required);
