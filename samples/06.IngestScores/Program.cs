using Propensity.Steps;
using Propensity.Workflow;

return await SampleHost.RunAsync(IngestScores.Title, args, IngestScores.RunAsync);
