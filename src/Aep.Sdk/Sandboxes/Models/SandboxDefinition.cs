namespace Aep.Sdk.Sandboxes;

/// <summary>A sandbox to create.</summary>
/// <param name="Name">Name: lower case letters, digits and hyphens, beginning with a letter.</param>
/// <param name="Title">Title, as people see it.</param>
/// <param name="Type">What it is for.</param>
public sealed record SandboxDefinition(string Name, string Title, SandboxType Type);
