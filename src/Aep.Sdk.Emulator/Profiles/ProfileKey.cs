namespace Aep.Sdk.Emulator.Profiles;

/// <summary>An identity in a namespace.</summary>
internal readonly record struct ProfileKey(string Namespace, string Identity);
