namespace Aep.Sdk.Emulator.Segmentation;

/// <summary>What an evaluation changed: who is in now, how many of them were in before, how many left.</summary>
internal readonly record struct MembershipChange(int Members, int Stayed, int Exited);
