using Aep.Sdk.Emulator.Tests.PostgresWire;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.Sql.Conformance;

/// <summary>One platform and one session for all statements.</summary>
public sealed class ConformanceSession : IAsyncLifetime
{
    private EmulatorFixture _fixture = null!;

    internal WireClient Wire { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _fixture = await EmulatorFixture.StartAsync();
        Wire = await WireClient.LogInAsync(_fixture);
    }

    public async Task DisposeAsync()
    {
        await Wire.DisposeAsync();
        await _fixture.DisposeAsync();
    }
}
