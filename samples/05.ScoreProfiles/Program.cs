using Propensity.Steps;
using Propensity.Workflow;

return await SampleHost.RunAsync(ScoreProfiles.Title, args, ScoreProfiles.RunAsync);
