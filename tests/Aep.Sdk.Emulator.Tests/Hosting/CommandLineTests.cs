namespace Aep.Sdk.Emulator.Tests.Hosting;

/// <summary>The arguments of the command.</summary>
public sealed class CommandLineTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true, "--sources", "schedule")]
    [InlineData(false, "--sources", "arrival")]
    [InlineData(true, "--port", "0", "--sources", "schedule", "--landing-zone", "s3")]
    public void Sources_wait_for_their_schedule_when_they_are_told_to(bool waits, params string[] arguments)
    {
        Assert.True(CommandLine.TryParse(arguments, out AepEmulatorOptions? options, out _));
        Assert.Equal(waits, options.WaitForSchedules);
    }

    [Theory]
    [InlineData("--sources", "later")]
    [InlineData("--sources")]
    [InlineData("--port", "70000")]
    [InlineData("--landing-zone", "ftp")]
    [InlineData("--data", "")]
    [InlineData("--unknown", "x")]
    public void What_is_not_understood_is_named_with_the_usage(params string[] arguments)
    {
        Assert.False(CommandLine.TryParse(arguments, out AepEmulatorOptions? options, out string? message));
        Assert.Null(options);
        Assert.StartsWith($"Cannot use '{arguments[0]}", message, StringComparison.Ordinal);
        Assert.Contains("--sources arrival|schedule", message, StringComparison.Ordinal);
    }
}
