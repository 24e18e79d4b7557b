using Spectre.Console;

namespace Propensity.Workflow;

/// <summary>Progress bars on a terminal.</summary>
internal sealed class BarConsole(IAnsiConsole console) : StepConsole
{
    public override void Say(string line) => console.WriteLine(line);

    public override Task<T> TrackAsync<T>(string title, Func<StepProgress, Task<T>> work) =>
        console.Progress()
            .Columns(new SpinnerColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(),
                new ElapsedTimeColumn())
            .StartAsync(async bars =>
            {
                ProgressTask bar = bars.AddTask(Markup.Escape(title), maxValue: 1).IsIndeterminate();
                T result = await work(new StepProgress(
                    share => bar.IsIndeterminate(false).Value(share),
                    state => bar.Description = Markup.Escape($"{title}: {state}")));
                bar.Description = Markup.Escape(title);
                bar.IsIndeterminate(false).Value(1);
                return result;
            });
}
