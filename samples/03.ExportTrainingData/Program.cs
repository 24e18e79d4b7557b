using Propensity.Steps;
using Propensity.Workflow;

return await SampleHost.RunAsync(ExportTrainingData.Title, args, ExportTrainingData.RunAsync);
