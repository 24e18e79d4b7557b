namespace Aep.Sdk.Emulator.PostgresWire;

internal enum ValueFormat : short
{
    Text = 0,
    Binary = 1,
}
